Console.WriteLine("mtpdu");
